// Makes and asks for passkeys: the browser's own dialog does the work. Without it the page names the other ways.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

async function answer(form: HTMLFormElement): Promise<string> {
  const asked = await fetch(form.dataset.question ?? '', { method: 'POST', headers: { accept: 'application/json' } })
  if (!asked.ok) throw new Error(`the question was refused: ${asked.status}`)
  const optionsJSON = await asked.json()
  return JSON.stringify(
    form.dataset.passkey === 'register' ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON }),
  )
}

function enhance(form: HTMLFormElement) {
  const response = form.querySelector<HTMLInputElement>('[name=response]')
  const told = form.querySelector<HTMLElement>('[role=status]')
  if (!response || !told) return
  form.hidden = false
  const without = document.getElementById(form.dataset.without ?? '')
  if (without) without.hidden = true
  form.addEventListener('submit', (event) => {
    if (response.value !== '') return
    event.preventDefault()
    told.textContent = ''
    answer(form).then(
      (text) => {
        response.value = text
        form.submit()
      },
      () => {
        told.textContent = form.dataset.failed ?? ''
      },
    )
  })
}

if (browserSupportsWebAuthn()) for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) enhance(form)
