import { render } from 'preact'
import { App } from './app.tsx'
import { followLinks } from './router.ts'
import './style/fonts.css'
import './style/base.css'
import './style/page.css'
import './style/article.css'

followLinks()
render(<App />, document.getElementById('workbench')!)
